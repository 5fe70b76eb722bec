// Plays the slides: keys, touch, a speaker's window with notes and clock. It asks for nothing from
// anywhere; without it the slides stand below one another with their notes.
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const notes = slides.map((slide) => slide.nextElementSibling?.closest(".notes") ?? null);
  const root = document.documentElement;
  const page = `<!doctype html>${root.outerHTML}`; // as it came, for the speaker's window
  const speaking = window.speaks === true;
  const begun = Date.now();
  let at = Math.max(0, slides.findIndex(({ id }) => `#${id}` === decodeURIComponent(location.hash)));
  let other = speaking ? window.opener : null; // the window that shows the same slide
  let typed = "";
  const forward = root.dir === "rtl" ? -1 : 1; // where lines begin on the right, left is onward

  root.classList.add("playing");
  root.classList.toggle("speaking", speaking);

  function show(index, { tell = true } = {}) {
    at = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, i) => {
      slide.classList.toggle("now", i === at);
      slide.classList.toggle("next", i === at + 1);
      slide.inert = i !== at;
      notes[i]?.classList.toggle("now", i === at);
    });
    document.querySelector(".desk .where").textContent = `${at + 1} / ${slides.length}`;
    if (!speaking) location.replace(`#${slides[at].id}`);
    if (tell) other?.postMessage({ slide: at, dark: root.classList.contains("dark") }, "*");
  }

  function darken(dark) {
    root.classList.toggle("dark", dark && !speaking);
    other?.postMessage({ slide: at, dark }, "*");
  }

  const KEYS = {
    ArrowRight: () => show(at + forward),
    ArrowDown: () => show(at + 1),
    PageDown: () => show(at + 1),
    " ": () => show(at + 1),
    ArrowLeft: () => show(at - forward),
    ArrowUp: () => show(at - 1),
    PageUp: () => show(at - 1),
    Backspace: () => show(at - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    s: speaker,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
    b: () => darken(!root.classList.contains("dark")),
  };

  function speaker() {
    if (speaking) return;
    other = window.open("", "speaker", "width=1100,height=760");
    if (!other) return; // the browser let no window open; the notes stand in the file
    other.speaks = true;
    other.document.open();
    other.document.write(page);
    other.document.close();
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) return void (typed += event.key);
    if (event.key === "Enter" && typed) show(Number(typed) - 1);
    typed = "";
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (event.target.closest("button, a") && event.key === " ")) return;
    event.preventDefault();
    act();
  });

  addEventListener("message", ({ data, source }) => {
    if (source !== other && source !== window.opener && !(data && data.hello)) return;
    if (data.hello) {
      other = source;
      return show(at);
    }
    if (!Number.isInteger(data.slide)) return;
    root.classList.toggle("dark", Boolean(data.dark) && !speaking);
    show(data.slide, { tell: false });
  });

  let from = null;
  addEventListener("pointerdown", ({ clientX }) => (from = clientX));
  addEventListener("pointerup", ({ clientX, target, pointerType }) => {
    if (from === null || target.closest("button, a, .notes")) return;
    const moved = clientX - from;
    if (Math.abs(moved) > 40) show(at + (moved < 0 ? forward : -forward));
    else if (pointerType !== "touch" || (forward > 0 ? clientX : innerWidth - clientX) > innerWidth / 3) {
      show(at + 1);
    } else show(at - 1);
  });

  document.querySelector(".desk").addEventListener("click", ({ target }) => {
    const { act } = target.dataset;
    if (act) show(at + Number(act));
  });

  function tick() {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    const now = new Date();
    document.querySelector(".desk .time").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    const spent = document.querySelector(".desk .spent");
    spent.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)} ${spent.dataset.words}`;
  }

  if (speaking) {
    tick();
    setInterval(tick, 1000);
    other?.postMessage({ hello: true }, "*");
  }
  show(at, { tell: false });
})();
