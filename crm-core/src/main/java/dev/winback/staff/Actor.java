package dev.winback.staff;

import java.time.ZoneId;

/**
 * The member on whose behalf something is done; every front door that a person can reach takes one.
 */
public record Actor(MemberId id, String login, String name, Role role, ZoneId zone) {

  public boolean may(Permission permission) {
    return permission.of(role);
  }

  /** Stops with {@link NotAllowed} when the role lacks the permission. */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw new NotAllowed(permission);
    }
  }

  public long member() {
    return id.value();
  }
}
