// Random is a generator of random numbers with a seed: equal seeds, equal draws.
// It is xmur3 to spread the seed and sfc32 to draw, both in the public domain.
export class Random {
  constructor(seed) {
    this.seed = String(seed);
    let h = 1779033703 ^ this.seed.length;
    for (const c of this.seed) {
      h = Math.imul(h ^ c.codePointAt(0), 3432918353);
      h = (h << 13) | (h >>> 19);
    }
    const spread = () => {
      h = Math.imul(h ^ (h >>> 16), 2246822507);
      h = Math.imul(h ^ (h >>> 13), 3266489909);
      return (h ^= h >>> 16) >>> 0;
    };
    this.state = [spread(), spread(), spread(), spread()];
    for (let i = 0; i < 15; i++) this.next();
  }

  // of returns a generator for one purpose, independent of how much was drawn here.
  of(purpose) {
    return new Random(this.seed + "/" + purpose);
  }

  next() {
    let [a, b, c, d] = this.state;
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    this.state = [a, b, c | 0, d];
    return (t >>> 0) / 4294967296;
  }

  chance(p) {
    return this.next() < p;
  }

  // int returns a whole number from low to high, both possible.
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  // weighted picks a key of an object by the number there.
  weighted(weights) {
    const entries = Object.entries(weights);
    let at = this.next() * entries.reduce((sum, [, w]) => sum + w, 0);
    return entries.find(([, w]) => (at -= w) < 0)?.[0] ?? entries.at(-1)[0];
  }

  shuffle(list) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }
}
