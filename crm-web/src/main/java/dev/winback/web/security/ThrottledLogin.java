package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  static final int ATTEMPTS = 10;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED = 20_000;

  private record Failures(int count, Instant since) {}

  private final DaoAuthenticationProvider passwords;
  private final BusinessClock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  ThrottledLogin(Members members, PasswordEncoder encoder, BusinessClock clock) {
    this.passwords = new DaoAuthenticationProvider(members);
    passwords.setPasswordEncoder(encoder);
    this.clock = clock;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication login)
      throws AuthenticationException {
    // as Staff reads it: ADMIN and admin are one login with one count
    var key = login.getName().strip().toLowerCase(Locale.ROOT) + " " + address(login);
    if (failuresOf(key) >= ATTEMPTS) {
      throw new BadCredentialsException("too many attempts");
    }
    try {
      var known = passwords.authenticate(login);
      forget(key);
      return known;
    } catch (AuthenticationServiceException down) {
      throw down; // the database did not answer: nobody's password was wrong
    } catch (AuthenticationException wrong) {
      count(key);
      throw wrong;
    }
  }

  private static String address(Authentication login) {
    return login.getDetails() instanceof WebAuthenticationDetails details
        ? String.valueOf(details.getRemoteAddress())
        : "";
  }

  private synchronized int failuresOf(String key) {
    var known = failures.get(key);
    return known == null || over(known) ? 0 : known.count();
  }

  private synchronized void count(String key) {
    var known = failures.get(key);
    failures.put(
        key,
        known == null || over(known)
            ? new Failures(1, clock.instant())
            : new Failures(known.count() + 1, known.since()));
  }

  private synchronized void forget(String key) {
    failures.remove(key);
  }

  private boolean over(Failures known) {
    return known.since().plus(WINDOW).isBefore(clock.instant());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
