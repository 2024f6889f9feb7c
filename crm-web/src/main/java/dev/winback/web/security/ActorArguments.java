package dev.winback.web.security;

import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every handler that asks for an {@link Actor} the member who is signed in, read fresh for
 * each request.
 */
@Configuration
class ActorArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Staff staff;

  ActorArguments(Staff staff) {
    this.staff = staff;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder)
      throws ServletException {
    try {
      var actor = actor(request.getUserPrincipal());
      // for what is noted after the handler, which may have thrown by then
      request.setAttribute(Actor.class.getName(), actor, RequestAttributes.SCOPE_REQUEST);
      return actor;
    } catch (NotFound retired) {
      if (request.getUserPrincipal() == null) {
        throw retired;
      }
      throw signedOut(request);
    }
  }

  /** Not found for a stranger, and for who is no longer a member. */
  Actor actor(@Nullable Principal principal) {
    if (principal == null) {
      throw new NotFound("member");
    }
    var member = staff.actor(principal.getName());
    return principal instanceof KeyAuthentication program ? member.by(program.key()) : member;
  }

  /**
   * Who retired while he asked is led to the sign-in page; without the cause, which would be
   * answered as a page that is not there.
   */
  private static AuthenticationException signedOut(NativeWebRequest request)
      throws ServletException {
    var ask = request.getNativeRequest(HttpServletRequest.class);
    if (ask != null) {
      ask.logout();
    }
    return new InsufficientAuthenticationException("no longer a member");
  }
}
