package dev.winback.category;

/** A customer's place in the cumulative sum of all; D stands for a negative margin (DEC-01). */
public enum Abc {
  A,
  B,
  C,
  D
}
