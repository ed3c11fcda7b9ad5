// Ticks for comparing are remembered across pages of a visit; the save button saves in place.
// Without this the ticks belong to one page and saving comes back to it.
const KEY = "compare";
const MOST = 4;

export function watchChoosing() {
  const tray = document.getElementById("comparing");
  if (tray) watchTray(tray);
  document.addEventListener("submit", save, true);
}

function watchTray(tray) {
  const carried = [...tray.querySelectorAll("input[type=hidden][name=p]")].map((one) => one.value);
  let chosen = [...new Set("here" in tray.dataset ? carried : [...carried, ...read()])].slice(0, MOST);
  const said = tray.querySelector("[role=status]");
  show();
  document.addEventListener("change", ({ target }) => {
    if (!target.matches("input[type=checkbox][form=comparing]")) return;
    if (target.checked && !chosen.includes(target.value) && chosen.length >= MOST) {
      target.checked = false;
      said.textContent = tray.dataset.full;
      return;
    }
    chosen = chosen.filter((one) => one !== target.value);
    if (target.checked) chosen.push(target.value);
    show();
  });
  const clear = tray.querySelector("[data-clear]");
  clear.hidden = false;
  clear.addEventListener("click", () => {
    chosen = [];
    show();
  });
  document.addEventListener("htmx:after:settle", show);
  addEventListener("pageshow", (event) => event.persisted && ((chosen = read()), show()));

  function show() {
    sessionStorage.setItem(KEY, chosen.join(" "));
    tray.classList.toggle("open", chosen.length > 0 && !("here" in tray.dataset));
    for (const old of tray.querySelectorAll("input[type=hidden]")) old.remove();
    for (const tick of document.querySelectorAll("input[type=checkbox][form=comparing]")) {
      tick.checked = chosen.includes(tick.value);
      tick.disabled = false;
    }
    const here = new Set([...document.querySelectorAll("input[form=comparing]:checked")].map((one) => one.value));
    for (const one of chosen.filter((one) => !here.has(one))) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "p", value: one });
      tray.prepend(field);
    }
    if (chosen.length) said.textContent = tray.dataset.words.replace("#", chosen.length);
  }
}

function read() {
  return (sessionStorage.getItem(KEY) ?? "").split(" ").filter(Boolean);
}

async function save(event) {
  const form = event.target;
  const button = event.submitter;
  if (form.id !== "saving" || form.method !== "post" || !button) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const body = new URLSearchParams(new FormData(form, button));
  const on = button.getAttribute("aria-pressed") === "true";
  const answer = await fetch(on ? button.formAction : form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
  if (answer.status !== 204) return location.reload();
  button.setAttribute("aria-pressed", String(!on));
  if (on) button.removeAttribute("formaction");
  else button.setAttribute("formaction", `${form.getAttribute("action")}${button.value}/removal/`);
}
