package dev.winback.web.security;

import dev.winback.staff.Actor;
import dev.winback.staff.KnownKey;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program signed in by a key; its name is the login of the key's member. */
final class KeyAuthentication extends AbstractAuthenticationToken {

  private final transient KnownKey known;

  KeyAuthentication(KnownKey known) {
    super(List.of());
    this.known = known;
    setAuthenticated(true);
  }

  Actor.Key key() {
    return known.key();
  }

  @Override
  public Object getPrincipal() {
    return known.login();
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
