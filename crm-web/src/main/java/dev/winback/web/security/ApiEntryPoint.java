package dev.winback.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Tells a program without a login what it lacks, or that nobody could look at it just now. */
@Component
class ApiEntryPoint implements AuthenticationEntryPoint {

  private final ApiProblems problems;

  ApiEntryPoint(ApiProblems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof AuthenticationServiceException) {
      problems.busy(response);
    } else {
      problems.noLogin(request, response);
    }
  }
}
