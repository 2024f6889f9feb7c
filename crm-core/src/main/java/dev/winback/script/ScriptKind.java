package dev.winback.script;

/** A rigid script is read word by word, of a flexible one the steps count (CAL-23). */
public enum ScriptKind {
  RIGID,
  FLEXIBLE
}
