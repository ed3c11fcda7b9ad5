// Plus and minus beside a quantity; the steps come from the input itself.
export function watchSteppers() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-stepper] [data-by]");
    if (!button) return;
    const input = button.closest("[data-stepper]").querySelector("input");
    if (Number(button.dataset.by) > 0) input.stepUp();
    else input.stepDown();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
