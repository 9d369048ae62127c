// Prints the seconds that a notebook's import cell takes: all public rooms by the one door.
const start = performance.now();
await import("ecg-beats");
console.log((performance.now() - start) / 1000);
