package dev.winback.web.security;

import dev.winback.report.CustomerLooks;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Permission;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notes who was denied what, by his role, by the scope of his key, by the team that the record
 * belongs to, or for want of the page's own mark; the answer is given by others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Denials implements HandlerExceptionResolver, AccessDeniedHandler {

  private static final String OUTSIDE = "none";

  private final CustomerLooks looks;
  private final ActorArguments actors;
  private final AccessDeniedHandlerImpl answers = new AccessDeniedHandlerImpl();

  Denials(CustomerLooks looks, ActorArguments actors) {
    this.looks = looks;
    this.actors = actors;
  }

  /** After the act's transaction has gone back; never an answer of its own. */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest ask, HttpServletResponse answer, @Nullable Object handler, Exception e) {
    if (ask.getAttribute(Actor.class.getName()) instanceof Actor actor) {
      if (e instanceof NotAllowed no) {
        note(ask, String.valueOf(no.getMessage()), actor);
      } else if (e instanceof NotFound && !actor.may(Permission.SEE_ALL_CUSTOMERS)) {
        // one answer for what is not there and what is not his, and one entry
        note(ask, "not-found", actor);
      }
    }
    return null;
  }

  private void note(HttpServletRequest ask, String why, Actor actor) {
    looks.denied(ref(ask), ask.getMethod() + " " + Looks.page(ask), why, actor);
  }

  private static @Nullable String ref(HttpServletRequest ask) {
    return ask.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("ref") instanceof String ref
        ? ref
        : null;
  }

  @Override
  public void handle(
      HttpServletRequest ask, HttpServletResponse answer, AccessDeniedException denied)
      throws IOException, ServletException {
    var known = SecurityContextHolder.getContext().getAuthentication();
    if (known == null && SignInAgain.helps(ask)) {
      SignInAgain.lead(ask, answer); // the page's mark went with its session
      return;
    }
    if (known != null) {
      note(known, denied.getClass().getSimpleName());
    }
    answers.handle(ask, answer, denied);
  }

  /** Past every page; a stranger is no member who was denied, and could fill the audit. */
  void note(Principal who, String why) {
    try {
      looks.denied(null, OUTSIDE, why, actors.actor(who));
    } catch (NotFound stranger) {
      return;
    }
  }
}
