package dev.winback.web.security;

import dev.winback.staff.Guess;
import dev.winback.staff.PasswordChecks;
import dev.winback.staff.TooManyGuesses;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Checks a password where {@link PasswordChecks} lets it; beyond that the answer is the same as for
 * a wrong one, so that it tells nothing.
 */
@Component
class ThrottledLogin implements AuthenticationProvider {

  private final DaoAuthenticationProvider passwords;
  private final PasswordChecks checks;
  private final DeviceCookie devices;

  ThrottledLogin(
      Members members, PasswordEncoder encoder, PasswordChecks checks, DeviceCookie devices) {
    this.passwords = new DaoAuthenticationProvider(members);
    passwords.setPasswordEncoder(encoder);
    this.checks = checks;
    this.devices = devices;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication login)
      throws AuthenticationException {
    try {
      return checks.check(
          guess(login),
          ThrottledLogin::wrong,
          () -> Objects.requireNonNull(passwords.authenticate(login)));
    } catch (TooManyGuesses unseen) {
      throw unseen.busy()
          ? new AuthenticationServiceException("too many at once", unseen)
          : new BadCredentialsException("too many attempts", unseen);
    } catch (DataAccessException | TransactionException down) {
      throw new AuthenticationServiceException("no database", down);
    }
  }

  /** Where the database did not answer, nobody's password was wrong. */
  private static boolean wrong(RuntimeException thrown) {
    return thrown instanceof AuthenticationException
        && !(thrown instanceof AuthenticationServiceException);
  }

  private Guess guess(Authentication login) {
    var details = login.getDetails();
    var address =
        details instanceof WebAuthenticationDetails web
            ? String.valueOf(web.getRemoteAddress())
            : "";
    return devices.guess(
        login.getName(), address, details instanceof LoginDetails known ? known.marks() : Map.of());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
