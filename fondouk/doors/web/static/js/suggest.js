// Suggestions while typing: fetched as a fragment, walked with the arrow keys, never in the way of sending.
// The input is a combobox of its list: what is chosen is said by aria-activedescendant, the focus stays in the input.
const PAUSE_MS = 120;
let lists = 0;

export function watchSuggestions() {
  // By focus, not once at the start: going back in the history puts a new header in the page.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.("input[data-suggest]") && !target.hasAttribute("aria-controls")) attach(target);
  });
}

function attach(input) {
  const list = document.createElement("div");
  list.className = "suggestions";
  list.id = `suggestions-${(lists += 1)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
  list.hidden = true;
  input.closest("form").append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" })) {
    input.setAttribute(name, value);
  }
  input.setAttribute("aria-controls", list.id);
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
      const links = name();
      choose(links, -1);
      list.hidden = !links.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
    } catch {
      close();
    }
  }

  function name() {
    const links = [...list.querySelectorAll("a")];
    links.forEach((link, number) => {
      link.id = `${list.id}-${number}`;
      link.setAttribute("role", "option");
      link.tabIndex = -1;
    });
    for (const part of list.querySelectorAll("ul, li")) part.setAttribute("role", "presentation");
    return links;
  }

  function choose(links, number) {
    links.forEach((link, place) => {
      link.classList.toggle("chosen", place === number);
      link.setAttribute("aria-selected", String(place === number));
    });
    if (number < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", links[number].id);
    const { offsetTop, offsetHeight } = links[number];
    if (offsetTop < list.scrollTop) list.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = offsetTop + offsetHeight - list.clientHeight;
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function walk(event) {
    const links = [...list.querySelectorAll("a")];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      return close();
    }
    if (list.hidden || !links.length) return;
    const at = links.findIndex((link) => link.classList.contains("chosen"));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(links, at < 0 && step < 0 ? links.length - 1 : (at + step + links.length) % links.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(links[at].href);
    }
  }
}
