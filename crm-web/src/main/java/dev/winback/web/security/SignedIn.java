package dev.winback.web.security;

import dev.winback.shared.Sha256;
import dev.winback.staff.Login;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/**
 * A member as he signed in: when, and by which password. Another password, whoever set it, and
 * twelve hours end the session (T43).
 */
final class SignedIn extends User {

  static final Duration LONGEST = Duration.ofHours(12);

  @Serial private static final long serialVersionUID = 1;

  private final Instant at;
  private final String password;

  SignedIn(Login login, Instant at) {
    super(
        login.login(),
        login.passwordHash(),
        login.active(),
        true,
        true,
        true,
        AuthorityUtils.createAuthorityList("ROLE_" + login.role().name()));
    this.at = at;
    password = Sha256.hex(login.passwordHash());
  }

  boolean over(String passwordHash, Instant now) {
    return !now.isBefore(at.plus(LONGEST)) || !password.equals(Sha256.hex(passwordHash));
  }
}
