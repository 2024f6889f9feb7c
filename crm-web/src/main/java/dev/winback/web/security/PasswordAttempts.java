package dev.winback.web.security;

import dev.winback.shared.Refused;
import dev.winback.staff.PasswordChecks;
import dev.winback.staff.TooManyGuesses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Where an open session is asked for the present password: its guesses count with those of the
 * sign-in, and the member's own device is as free of strangers here as there.
 */
@Component
public class PasswordAttempts {

  private final PasswordChecks checks;
  private final DeviceCookie devices;

  PasswordAttempts(PasswordChecks checks, DeviceCookie devices) {
    this.checks = checks;
    this.devices = devices;
  }

  /** Does what asks for the present password of who is signed in. */
  public void withPresent(String login, HttpServletRequest request, Runnable change) {
    try {
      checks.check(
          devices.guess(login, request),
          PasswordAttempts::wrong,
          () -> {
            change.run();
            return true;
          });
    } catch (TooManyGuesses unseen) {
      throw unseen.busy()
          ? Refused.field("current", "refused.password-busy")
          : Refused.field(
              "current", "refused.password-attempts", PasswordChecks.WINDOW.toMinutes());
    }
  }

  /** Whoever knows it and chose a new one that is too short has not guessed. */
  private static boolean wrong(RuntimeException thrown) {
    return thrown instanceof Refused refused && "current".equals(refused.field());
  }
}
