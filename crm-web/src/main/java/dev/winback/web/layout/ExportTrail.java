package dev.winback.web.layout;

import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes each file that leaves: before its first byte who takes which list, and after its last one
 * how many rows and which bytes, or that it broke off (hold.md, I13 and T61).
 */
@Configuration
class ExportTrail implements HandlerInterceptor, WebMvcConfigurer {

  private static final String TRAIL = ExportTrail.class.getName();

  private final Audit audit;

  ExportTrail(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest ask, HttpServletResponse answer, Object handler) {
    ask.setAttribute(TRAIL, this);
    return true;
  }

  /** No file is written where nobody would note it. */
  static ExportNote begin(HttpServletRequest ask, String list) {
    if (!(ask.getAttribute(TRAIL) instanceof ExportTrail trail)) {
      throw new IllegalStateException("a file past the audit");
    }
    var note = new ExportNote(trail, actor(ask), list, FilterText.of(ask.getQueryString()));
    ask.setAttribute(ExportNote.class.getName(), note);
    return note;
  }

  private static @Nullable Actor actor(HttpServletRequest ask) {
    return ask.getAttribute(Actor.class.getName()) instanceof Actor actor ? actor : null;
  }

  long begun(@Nullable Actor actor, String list, String filter, List<String> columns) {
    var detail = Map.of("list", list, "filter", filter, "columns", columns);
    return audit.happened(actor, "export", "list", 0, detail);
  }

  void done(@Nullable Actor actor, long export, long rows, String sha256) {
    var detail = Map.of("export", export, "rows", rows, "sha256", sha256);
    audit.happened(actor, "export.done", "list", export, detail);
  }

  void broken(@Nullable Actor actor, long export, long rows) {
    audit.happened(actor, "export.broken", "list", export, Map.of("export", export, "rows", rows));
  }

  @Override
  public void postHandle(
      HttpServletRequest ask,
      HttpServletResponse answer,
      Object handler,
      @Nullable ModelAndView page) {
    if (ask.getDispatcherType() != DispatcherType.ERROR
        && ask.getAttribute(ExportNote.class.getName()) instanceof ExportNote note) {
      note.done();
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest ask,
      HttpServletResponse answer,
      Object handler,
      @Nullable Exception thrown) {
    if (ask.getAttribute(ExportNote.class.getName()) instanceof ExportNote note) {
      note.broken();
    }
  }
}
