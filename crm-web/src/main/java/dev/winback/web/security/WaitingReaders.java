package dev.winback.web.security;

import dev.winback.shared.database.Foreground;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Somebody waits for each request, so the database is not waited for without end (hold.md, F7, F8);
 * a file that is fetched may take as long as its reader.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WaitingReaders extends OncePerRequestFilter {

  private static final Set<String> LOOKS = Set.of("GET", "HEAD");
  private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|json)");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FILE.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var kind = LOOKS.contains(request.getMethod()) ? Foreground.LOOK : Foreground.DEED;
    kind.<ServletException, IOException>run(() -> chain.doFilter(request, response));
  }
}
