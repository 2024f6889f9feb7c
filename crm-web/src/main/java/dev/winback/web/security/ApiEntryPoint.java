package dev.winback.web.security;

import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Tells a program without a login what it lacks, as a problem document. */
@Component
class ApiEntryPoint implements AuthenticationEntryPoint {

  private final Wording wording;
  private final ObjectMapper json;

  ApiEntryPoint(Wording wording, ObjectMapper json) {
    this.wording = wording;
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, wording.of("api.login"));
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setHeader("WWW-Authenticate", "Basic realm=\"Winback\"");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
