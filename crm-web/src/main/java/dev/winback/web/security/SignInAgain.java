package dev.winback.web.security;

import dev.winback.web.layout.ReaderPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;

/**
 * The way to the door for who is signed in no more. A part of a page is never replaced by the door:
 * its page is loaded anew and led there.
 */
final class SignInAgain {

  private SignInAgain() {}

  /** Whether a member may have sent it; a customer has no login, and no page of ours deletes. */
  static boolean helps(HttpServletRequest ask) {
    return HttpMethod.POST.matches(ask.getMethod()) && !ReaderPages.of(ask.getRequestURI(), ask);
  }

  static void lead(HttpServletRequest ask, HttpServletResponse answer) throws IOException {
    if (ask.getHeader("HX-Request") != null) {
      answer.setHeader("HX-Refresh", "true");
      answer.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      answer.sendRedirect(ask.getContextPath() + (sends(ask) ? "/login?ended" : "/login"));
    }
  }

  /** What was sent was not taken, and the door says so; who wanted to leave has left. */
  private static boolean sends(HttpServletRequest ask) {
    return HttpMethod.POST.matches(ask.getMethod()) && !ask.getRequestURI().endsWith("/logout");
  }
}
