package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Wrong passwords of one login from one address, ten a quarter of an hour, wherever they are tried:
 * at the sign-in or, by an open session, where the present one is asked for.
 */
@Component
public class PasswordAttempts {

  private final Attempts attempts;

  PasswordAttempts(BusinessClock clock) {
    this.attempts = new Attempts(clock);
  }

  boolean enough(String login, String address) {
    return attempts.enough(key(login, address));
  }

  void wrong(String login, String address) {
    attempts.count(key(login, address));
  }

  void right(String login, String address) {
    attempts.forget(key(login, address));
  }

  /**
   * Does what asks for the present password of who is signed in. The login alone is counted too: a
   * session can be used from many addresses, and no stranger can shut a member out here.
   */
  public void withPresent(String login, String address, Runnable change) {
    if (attempts.enough(login) || enough(login, address)) {
      throw Refused.field("current", "refused.password-attempts", Attempts.WINDOW.toMinutes());
    }
    try {
      change.run();
    } catch (Refused refused) {
      if ("current".equals(refused.field())) {
        attempts.count(login);
        wrong(login, address);
        throw refused;
      }
      forget(login, address); // he knows it, and the new one was too short
      throw refused;
    }
    forget(login, address);
  }

  private void forget(String login, String address) {
    attempts.forget(login);
    right(login, address);
  }

  /** As Staff reads it: ADMIN and admin are one login with one count. */
  private static String key(String login, String address) {
    return login.strip().toLowerCase(Locale.ROOT) + " " + address;
  }
}
