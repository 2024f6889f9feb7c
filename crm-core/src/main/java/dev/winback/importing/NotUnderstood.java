package dev.winback.importing;

/** A file that can be read, but whose columns a person has to explain. */
class NotUnderstood extends FileRefused {

  NotUnderstood(String code, Object... figures) {
    super(code, figures);
  }
}
