package dev.winback.staff;

import dev.winback.shared.Refused;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords on their way into the database. */
@Component
class Credentials {

  private final PasswordEncoder passwords;

  Credentials(PasswordEncoder passwords) {
    this.passwords = passwords;
  }

  /** Refused when it is shorter than {@link Staff#SHORTEST_PASSWORD}. */
  String encodeLong(String password) {
    if (password.length() < Staff.SHORTEST_PASSWORD) {
      throw Refused.field("password", "refused.password-short", Staff.SHORTEST_PASSWORD);
    }
    return encode(password);
  }

  boolean are(String password, String hash) {
    return passwords.matches(password, hash);
  }

  String encode(String password) {
    return Objects.requireNonNull(passwords.encode(password));
  }
}
