/** A binary heap of columns by (tier, value, index): the nearest first, equal ones by index, so runs repeat exactly. */
export class ColumnHeap {
  readonly #tiers: number[] = [];
  readonly #values: number[] = [];
  readonly #columns: number[] = [];

  get size(): number {
    return this.#columns.length;
  }

  clear(): void {
    this.#tiers.length = 0;
    this.#values.length = 0;
    this.#columns.length = 0;
  }

  push(tier: number, value: number, column: number): void {
    let at = this.#columns.length;
    this.#set(at, tier, value, column);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The nearest column, taken off; the heap must not be empty. */
  pop(): { readonly tier: number; readonly value: number; readonly column: number } {
    const top = {
      tier: this.#tiers[0] ?? 0,
      value: this.#values[0] ?? 0,
      column: this.#columns[0] ?? 0,
    };
    const last = this.#columns.length - 1;
    this.#swap(0, last);
    this.#tiers.pop();
    this.#values.pop();
    this.#columns.pop();
    this.#sink(last);
    return top;
  }

  #sink(size: number): void {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= size) return;
      const right = left + 1;
      const child = right < size && this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(child, at)) return;
      this.#swap(child, at);
      at = child;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const tier = (this.#tiers[one] ?? 0) - (this.#tiers[other] ?? 0);
    if (tier !== 0) return tier < 0;
    const value = (this.#values[one] ?? 0) - (this.#values[other] ?? 0);
    return value !== 0 ? value < 0 : (this.#columns[one] ?? 0) < (this.#columns[other] ?? 0);
  }

  #swap(one: number, other: number): void {
    const tier = this.#tiers[one] ?? 0;
    const value = this.#values[one] ?? 0;
    const column = this.#columns[one] ?? 0;
    this.#set(one, this.#tiers[other] ?? 0, this.#values[other] ?? 0, this.#columns[other] ?? 0);
    this.#set(other, tier, value, column);
  }

  #set(at: number, tier: number, value: number, column: number): void {
    this.#tiers[at] = tier;
    this.#values[at] = value;
    this.#columns[at] = column;
  }
}
