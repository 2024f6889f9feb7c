package dev.winback.category;

/** How evenly a customer's months look: X even, Z by chance (DEC-01). */
public enum Xyz {
  X,
  Y,
  Z
}
