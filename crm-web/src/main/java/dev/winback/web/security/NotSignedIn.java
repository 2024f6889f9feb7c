package dev.winback.web.security;

import java.util.Map;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;

/** Back at the sign-in, which says when nobody has looked at the password. */
final class NotSignedIn extends ExceptionMappingAuthenticationFailureHandler {

  NotSignedIn() {
    setDefaultFailureUrl("/login?error");
    setExceptionMappings(
        Map.of(
            AuthenticationServiceException.class.getName(),
            "/login?busy",
            InternalAuthenticationServiceException.class.getName(),
            "/login?busy"));
  }
}
