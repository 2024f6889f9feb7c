package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Staff;
import dev.winback.staff.TooManyGuesses;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Notes who signed in and out, and each wrong password with the member whom it was tried for. What
 * was typed as a login is not kept: it may be anything, also a password.
 */
@Component
class SignIns {

  private static final Duration APART = Duration.ofMinutes(1);

  private final Staff staff;
  private final Audit audit;
  private final BusinessClock clock;

  /** When a throttled attempt was last noted, by member: a flood of them is one entry a minute. */
  private final Map<Long, Instant> throttled = new ConcurrentHashMap<>();

  SignIns(Staff staff, Audit audit, BusinessClock clock) {
    this.staff = staff;
    this.audit = audit;
    this.clock = clock;
  }

  /** He is in his session by now: a sign-in that cannot be noted is none. */
  @EventListener
  void in(InteractiveAuthenticationSuccessEvent event) {
    try {
      var actor = staff.actor(event.getAuthentication().getName());
      note(actor, "login", actor.member());
    } catch (RuntimeException unnoted) {
      signOut();
      throw unnoted;
    }
  }

  private static void signOut() {
    SecurityContextHolder.clearContext();
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      var session = now.getRequest().getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
  }

  @EventListener
  void out(LogoutSuccessEvent event) {
    var login = event.getAuthentication().getName();
    note(actor(login), "logout", member(login));
  }

  /** Nobody, where he was signed out because he has left. */
  private @Nullable Actor actor(String login) {
    try {
      return staff.actor(login);
    } catch (NotFound left) {
      return null;
    }
  }

  @EventListener
  void wrong(AbstractAuthenticationFailureEvent event) {
    var why = event.getException();
    if (why instanceof AuthenticationServiceException) {
      return; // nobody looked at the password: too many at once, or no database
    }
    long member = member(event.getAuthentication().getName());
    if (!(why.getCause() instanceof TooManyGuesses)) {
      note(null, "login.failed", member);
    } else if (first(member)) {
      note(null, "login.throttled", member);
    }
  }

  private boolean first(long member) {
    var now = clock.instant();
    var before = throttled.put(member, now);
    boolean first = before == null || !now.isBefore(before.plus(APART));
    if (!first) {
      throttled.put(member, before);
    }
    return first;
  }

  private void note(@Nullable Actor actor, String action, long member) {
    audit.happened(actor, action, "member", member, Map.of());
  }

  /** Zero for a login that nobody has. */
  private long member(String login) {
    return staff.keyOf(login).map(MemberId::value).orElse(0L);
  }
}
