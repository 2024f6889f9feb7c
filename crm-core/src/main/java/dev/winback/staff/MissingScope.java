package dev.winback.staff;

/** The member may do this, but not by this key (HTTP 403). */
public class MissingScope extends NotAllowed {

  private final transient Scope scope;

  public MissingScope(Permission permission) {
    super(permission);
    scope = permission.scopes().get(0);
  }

  /** The narrowest scope that would do. */
  public Scope scope() {
    return scope;
  }
}
