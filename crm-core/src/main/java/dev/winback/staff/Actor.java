package dev.winback.staff;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member on whose behalf something is done; every front door that a person can reach takes one.
 * With a key a program acts for the member, within the scopes of the key.
 */
public record Actor(
    MemberId id, String login, String name, Role role, ZoneId zone, @Nullable Key key) {

  /** The API key that a program came with. */
  public record Key(long id, Set<Scope> scopes) {

    public boolean carries(Permission permission) {
      return permission.carriedBy(scopes);
    }
  }

  /** The same member, acting by this key. */
  public Actor by(Key key) {
    return new Actor(id, login, name, role, zone, key);
  }

  public boolean may(Permission permission) {
    return permission.of(role) && (key == null || key.carries(permission));
  }

  /** Stops with {@link NotAllowed} when the role, or the key, lacks the permission. */
  public void require(Permission permission) {
    if (!permission.of(role)) {
      throw new NotAllowed(permission);
    }
    if (!may(permission)) {
      throw new MissingScope(permission);
    }
  }

  public long member() {
    return id.value();
  }
}
