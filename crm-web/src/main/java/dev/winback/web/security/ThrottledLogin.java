package dev.winback.web.security;

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
  private final PasswordAttempts attempts;

  ThrottledLogin(Members members, PasswordEncoder encoder, PasswordAttempts attempts) {
    this.passwords = new DaoAuthenticationProvider(members);
    passwords.setPasswordEncoder(encoder);
    this.attempts = attempts;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication login)
      throws AuthenticationException {
    var address = address(login);
    if (attempts.enough(login.getName(), address)) {
      throw new BadCredentialsException("too many attempts");
    }
    try {
      var known = passwords.authenticate(login);
      attempts.right(login.getName(), address);
      return known;
    } catch (AuthenticationServiceException down) {
      throw down; // the database did not answer: nobody's password was wrong
    } catch (AuthenticationException wrong) {
      attempts.wrong(login.getName(), address);
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
