package dev.winback.web.security;

import dev.winback.shared.Settings;
import dev.winback.web.layout.Wording;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers under its own names only (hold.md, T51): whatever is made of a name that a visitor may
 * choose is kept by caches for others. Probes and scrapers come by the address of a node.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KnownHosts extends OncePerRequestFilter {

  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
  private final Wording wording;

  KnownHosts(Settings settings, Wording wording) {
    this.wording = wording;
    names.add(lower(settings.baseUrl().getHost()));
    settings.hosts().forEach(name -> names.add(lower(name)));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/")
        || names.contains(lower(request.getServerName()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getOutputStream()
        .write(wording.of("security.unknown-host").getBytes(StandardCharsets.UTF_8));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
