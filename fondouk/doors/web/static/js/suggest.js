// Suggestions while typing: fetched as a fragment, walked with the arrow keys, never in the way of sending.
const PAUSE_MS = 120;

export function watchSuggestions() {
  // By focus, not once at the start: going back in the history puts a new header in the page.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.("input[data-suggest]") && !target.parentElement.querySelector(".suggestions")) attach(target);
  });
}

function attach(input) {
  const list = document.createElement("div");
  list.className = "suggestions";
  list.hidden = true;
  input.closest("form").append(list);
  let timer, asked;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("keydown", walk);
  input.addEventListener("blur", () => setTimeout(() => !list.contains(document.activeElement) && close(), 150));

  async function ask() {
    const q = input.value.trim();
    if (q.length < 2) return close();
    asked?.abort();
    asked = new AbortController();
    try {
      const url = `${input.dataset.suggest}?q=${encodeURIComponent(q)}`;
      const answer = await fetch(url, { signal: asked.signal, headers: { "HX-Request": "true" } });
      if (answer.status !== 200) return close();
      list.innerHTML = await answer.text();
      list.hidden = !list.querySelector("a");
    } catch {
      close();
    }
  }

  function close() {
    list.hidden = true;
  }

  function walk(event) {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Escape") return close();
    if (list.hidden || !links.length) return;
    const at = links.findIndex((link) => link.classList.contains("chosen"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      links[at]?.classList.remove("chosen");
      links[(at + step + links.length) % links.length].classList.add("chosen");
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(links[at].href);
    }
  }
}
