/** Clock and chance, handed in so that screens stay repeatable. `app/origin` is the only real one. */
export interface Origin {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh UUID. */
  readonly newId: () => string;
}
