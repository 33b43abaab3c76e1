// A small seeded generator (mulberry32): the same seed gives the same schemas on every machine.
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = limit => Math.floor(next() * limit);
  const pick = list => list[below(list.length)];
  return {
    below,
    pick,
    chance: share => next() < share,
    some(list, count) {
      const rest = [...list], taken = [];
      while (rest.length > 0 && taken.length < count) taken.push(...rest.splice(below(rest.length), 1));
      return taken;
    },
  };
}
