// Links the lines of runs with the rows of the table, sorts the table by a click on a title, and
// loads the page again as long as the runs go on. Without this program everything can be read.
const table = document.querySelector(".runs");
const titles = [...table.querySelectorAll("thead th")];
const kept = `runs-order:${location.pathname}`;

for (const line of document.querySelectorAll(".run")) {
  // A thin line is hard to point at: an unseen one lies on it.
  const path = line.querySelector(".js-line").cloneNode();
  path.removeAttribute("style");
  path.setAttribute("class", "hit");
  line.append(path);
}

for (const kind of ["pointerover", "click"]) {
  document.addEventListener(kind, ({ target }) => {
    const place = target.closest?.("[data-run]")?.dataset.run;
    for (const one of document.querySelectorAll("[data-run]")) {
      one.classList.toggle("lit", one.dataset.run === place);
    }
    document.querySelector("#parameters")?.classList.toggle(
      "lit-one",
      document.querySelector(".run.lit") !== null,
    );
  });
}

titles.forEach((title, column) => {
  title.tabIndex = 0;
  const turn = () => {
    const down = title.getAttribute("aria-sort") === "ascending";
    order(column, down);
    remember(JSON.stringify([column, down]));
  };
  title.addEventListener("click", turn);
  title.addEventListener("keydown", ({ key }) => key === "Enter" && turn());
});
if (remember()) order(...JSON.parse(remember()));

function order(column, down) {
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((a, b) => {
    const [one, other] = [a, b].map((row) => row.cells[column]?.dataset.value ?? "");
    // What has no value comes last, whichever way.
    if (one === "" || other === "") return (one === "") - (other === "");
    const numbers = [one, other].every((value) => Number.isFinite(Number(value)));
    return (down ? -1 : 1) * (numbers ? one - other : one.localeCompare(other));
  });
  body.append(...rows);
  titles.forEach((title, place) =>
    place === column
      ? title.setAttribute("aria-sort", down ? "descending" : "ascending")
      : title.removeAttribute("aria-sort")
  );
}

/** The order of the rows, kept until the tab is closed; some browsers keep nothing for files. */
function remember(text) {
  try {
    if (text) sessionStorage.setItem(kept, text);
    return sessionStorage.getItem(kept);
  } catch {
    return undefined;
  }
}

const time = document.querySelector(".written time");
time.textContent = new Date(time.dateTime).toLocaleString();

const reload = document.querySelector("meta[name=reload]");
if (reload) {
  const again = () => {
    // Whoever marks a text or looks elsewhere is left alone.
    if (!document.hidden && getSelection().isCollapsed) location.reload();
  };
  setInterval(again, 1000 * reload.content);
  const since = document.createElement("span");
  time.after(since);
  const tell = () => {
    const minutes = Math.floor((Date.now() - new Date(time.dateTime)) / 60000);
    since.textContent = minutes > 0 ? `, ${minutes} min ago` : "";
  };
  tell();
  setInterval(tell, 10000);
}
