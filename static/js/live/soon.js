/** When a page asks again for what the house tells of saved words; it must not know what. */

const SOON = 350; // milliseconds after news in which more may come before it is read again
const RARELY = 1_500; // and at least so many between two readings, while people go on typing

/** A function that has `read` called soon: once for all who ask meanwhile, and not all the time. */
export function soonAfterNews(read) {
  let timer = 0;
  let readAt = -Infinity;
  return () => {
    if (timer) return;
    timer = setTimeout(
      () => {
        timer = 0;
        readAt = performance.now();
        read();
      },
      Math.max(SOON, readAt + RARELY - performance.now()),
    );
  };
}
