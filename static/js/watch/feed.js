/** How the tables are doing, as the server tells it; it must not know what is made of it. */

/**
 * Follows a watch for as long as the page lives.
 * @param {object} live the page's line @param {string} subject id of a topic or of the workshop
 * @param {(told: {tables?: object[], cells: object[], subtopics?: object}) => void} take
 * @param {(moment: string) => void} [heard] told the server's time whenever it speaks
 */
export function followWatch(live, subject, take, heard = () => {}) {
  const channel = `watch:${subject}`;
  let joined = false;
  live.socket.on("disconnect", () => (joined = false));
  live.socket.on("watch", (told) => {
    const message = JSON.parse(told);
    // What comes before the whole state is in it.
    if (!joined || message.channel !== channel) return;
    heard(message.now);
    take(message);
  });
  live.follow(channel, {
    now: heard,
    fresh: (state) => {
      joined = true;
      take(state);
    },
    entry: () => {},
  });
}
