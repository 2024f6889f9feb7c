package dev.winback.web.security;

import dev.winback.report.CustomerLooks;
import dev.winback.report.CustomerLooks.Of;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.web.layout.FilterText;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes who looks at a customer, or at a loss of his, that is not on his own list, and what
 * programs read by their keys: before the page is made, so that nothing is shown that is not noted.
 */
@Configuration
class Looks implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  /** A page of one record: of what, and the name of its key, whatever a pattern says it is like. */
  private static final Pattern OF_ONE =
      Pattern.compile("(?:/api/v1)?/([a-z-]+)/\\{(\\w+)(?::[^}]*)?}.*");

  private static final Pattern KEY = Pattern.compile("\\d{1,18}");

  private static final Map<String, Of> RECORDS =
      Map.of(
          "lapses", Of.LAPSE,
          "today", Of.TASK,
          "confirmations", Of.CALL,
          "letters", Of.LETTER,
          "mailbox", Of.MAILBOX_LETTER,
          "director-letters", Of.DIRECTOR_LETTER,
          "care", Of.GOOD_CONTACT,
          "offers", Of.OFFER_GRANT);

  private final CustomerLooks looks;
  private final Audit audit;
  private final ActorArguments actors;

  Looks(CustomerLooks looks, Audit audit, ActorArguments actors) {
    this.looks = looks;
    this.audit = audit;
    this.actors = actors;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest ask, HttpServletResponse answer, Object handler) {
    if (READS.contains(ask.getMethod()) && ask.getDispatcherType() == DispatcherType.REQUEST) {
      var principal = ask.getUserPrincipal();
      if (principal instanceof KeyAuthentication) {
        member(principal).ifPresent(program -> read(ask, program));
      }
      look(ask, page(ask), principal);
    }
    return true;
  }

  /** Where the request goes, without the numbers in its address. */
  static String page(HttpServletRequest ask) {
    return String.valueOf(ask.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private void read(HttpServletRequest ask, Actor program) {
    var detail = Map.of("page", page(ask), "filter", FilterText.of(ask.getQueryString()));
    var key = program.key();
    audit.happened(program, "api.read", "api_key", key == null ? 0 : key.id(), detail);
  }

  private void look(HttpServletRequest ask, String page, @Nullable Principal principal) {
    var one = OF_ONE.matcher(page);
    if (one.matches()) {
      var key = variable(ask, one.group(2));
      var of = RECORDS.get(one.group(1));
      if (one.group(1).equals("customers")) {
        member(principal).ifPresent(actor -> looks.atCustomer(key, page, actor));
      } else if (of != null && KEY.matcher(key).matches()) {
        member(principal).ifPresent(actor -> looks.at(of, Long.parseLong(key), page, actor));
      }
    }
  }

  private static String variable(HttpServletRequest ask, String name) {
    return ask.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? String.valueOf(variables.get(name))
        : "";
  }

  /** Who is none any more is answered by the handler. */
  private Optional<Actor> member(@Nullable Principal principal) {
    try {
      return Optional.of(actors.actor(principal));
    } catch (NotFound stranger) {
      return Optional.empty();
    }
  }
}
