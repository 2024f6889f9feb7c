package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

/**
 * Checks a password at most ten times a quarter of an hour for one login from one address; beyond
 * that the answer is the same as for a wrong password, so that it tells nothing.
 */
@Component
class ThrottledLogin implements AuthenticationProvider {

  private final DaoAuthenticationProvider passwords;
  private final Attempts attempts;

  ThrottledLogin(Members members, PasswordEncoder encoder, BusinessClock clock) {
    this.passwords = new DaoAuthenticationProvider(members);
    passwords.setPasswordEncoder(encoder);
    this.attempts = new Attempts(clock);
  }

  @Override
  public @Nullable Authentication authenticate(Authentication login)
      throws AuthenticationException {
    // as Staff reads it: ADMIN and admin are one login with one count
    var key = login.getName().strip().toLowerCase(Locale.ROOT) + " " + address(login);
    if (attempts.enough(key)) {
      throw new BadCredentialsException("too many attempts");
    }
    try {
      var known = passwords.authenticate(login);
      attempts.forget(key);
      return known;
    } catch (AuthenticationServiceException down) {
      throw down; // the database did not answer: nobody's password was wrong
    } catch (AuthenticationException wrong) {
      attempts.count(key);
      throw wrong;
    }
  }

  private static String address(Authentication login) {
    return login.getDetails() instanceof WebAuthenticationDetails details
        ? String.valueOf(details.getRemoteAddress())
        : "";
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
