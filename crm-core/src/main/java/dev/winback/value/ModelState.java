package dev.winback.value;

/** How far the fitted model is to be believed. */
public enum ModelState {
  /** No night has fitted one yet. */
  NOT_FITTED,
  TRUSTED,
  /** It failed its back-test, or could not be tested: chances come from elsewhere. */
  UNRELIABLE,
  /** Fewer than 30 customers have a repeat: there is no model, the default rule holds. */
  TOO_LITTLE
}
