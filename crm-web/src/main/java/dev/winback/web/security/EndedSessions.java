package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Login;
import dev.winback.staff.Staff;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs out who retired since he signed in, has another password or came twelve hours ago: whatever
 * he asks for then, he is a stranger.
 */
final class EndedSessions extends OncePerRequestFilter {

  private final Staff staff;
  private final BusinessClock clock;

  EndedSessions(Staff staff, BusinessClock clock) {
    this.staff = staff;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (over()) {
        request.logout();
      }
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException busy) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE); // as a page is answered then
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean over() {
    var known = SecurityContextHolder.getContext().getAuthentication();
    return known != null
        && known.getPrincipal() instanceof SignedIn session
        && staff.login(known.getName()).filter(login -> goesOn(session, login)).isEmpty();
  }

  private boolean goesOn(SignedIn session, Login login) {
    return login.active() && !session.over(login.passwordHash(), clock.instant());
  }
}
