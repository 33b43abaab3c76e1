// Slips of the hand, for every check that a schema can fail. The same seed gives the same mutants.
import { Outline } from './outline.mjs';
import { randomFrom } from './random.mjs';
import { slips } from './slips.mjs';

// Each slip in turn, each time in another base, alone three times of five: what runs on sound schemas only is hidden by a second one.
export function* mutants(bases, line, count, seed) {
  if (bases.length === 0) return;
  const random = randomFrom(seed * 15485863), all = slips(line);
  for (let i = 0; i < count; i++) {
    const names = [], slip = i % all.length, round = Math.floor(i / all.length);
    // From round to round the next provider: bases come with the providers in turn.
    let text = bases[(slip * 5 + round * 103) % bases.length];
    for (let left = random.chance(0.6) ? 1 : 2 + random.below(2); left > 0; left--) {
      const { name, edit } = names.length === 0 ? all[slip] : random.pick(all);
      const outline = new Outline(text);
      if (!edit(outline, random)) continue;
      names.push(name);
      text = outline.text();
    }
    yield { text, slips: names.join(' + ') };
  }
}
