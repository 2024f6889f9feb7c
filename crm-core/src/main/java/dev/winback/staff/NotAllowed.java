package dev.winback.staff;

/** The member's role does not allow this (HTTP 403); decided before the first write. */
public class NotAllowed extends RuntimeException {

  public NotAllowed(Permission permission) {
    super(permission.name());
  }
}
