/** The button that prints the cards; it knows nothing of what is on them. */

const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
