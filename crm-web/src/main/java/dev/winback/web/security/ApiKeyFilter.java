package dev.winback.web.security;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.ApiKeys;
import dev.winback.staff.KnownKey;
import dev.winback.staff.Permission;
import dev.winback.staff.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code Authorization: Bearer} in the API and for its description. A key that is unknown,
 * wrong, revoked, expired or tried too often gets one and the same answer. What a key may change is
 * asked at the front doors; that it may read is asked here, so that no list is forgotten.
 */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final Set<String> READS = Set.of("GET", "HEAD");

  /** What a shop looks up although it reads nothing else; the description holds no record. */
  private static final Pattern OF_FACTS =
      Pattern.compile("/api/v1/(imports|coupons)(/.*)?|/v3/api-docs.*|/swagger-ui.*");

  private static final int PREFIX_END = 11;

  private final ApiKeys keys;
  private final ApiProblems problems;
  private final Denials denials;
  private final Attempts attempts;
  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  ApiKeyFilter(ApiKeys keys, ApiProblems problems, Denials denials, BusinessClock clock) {
    this.keys = keys;
    this.problems = problems;
    this.denials = denials;
    this.attempts = new Attempts(clock);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var token = token(request);
    if (token == null) {
      chain.doFilter(request, response);
      return;
    }
    var known = known(token, request);
    if (known.isEmpty()) {
      problems.wrongKey(response);
    } else if (!mayRead(known.get().key(), request)) {
      denials.note(new KeyAuthentication(known.get()), Scope.READ.code());
      problems.missingScope(Scope.READ, response);
    } else {
      signIn(known.get(), request, response);
      chain.doFilter(request, response);
    }
  }

  private static @Nullable String token(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : null;
  }

  private Optional<KnownKey> known(String token, HttpServletRequest request) {
    var who = token.substring(0, Math.min(PREFIX_END, token.length())) + " " + address(request);
    if (attempts.enough(who)) {
      return Optional.empty();
    }
    var known = keys.recognise(token);
    if (known.isPresent()) {
      attempts.forget(who);
    } else {
      attempts.count(who);
    }
    return known;
  }

  private static String address(HttpServletRequest request) {
    return String.valueOf(request.getRemoteAddr());
  }

  private static boolean mayRead(Actor.Key key, HttpServletRequest request) {
    return !READS.contains(request.getMethod())
        || key.carries(Permission.SEE_REPORTS)
        || key.carries(Permission.IMPORT) && OF_FACTS.matcher(request.getRequestURI()).matches();
  }

  private void signIn(KnownKey known, HttpServletRequest request, HttpServletResponse response) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new KeyAuthentication(known));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
