package dev.winback.web.security;

import dev.winback.staff.Staff;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Members as Spring Security asks for them. */
@Component
class Members implements UserDetailsService {

  private final Staff staff;

  Members(Staff staff) {
    this.staff = staff;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    var login =
        staff.login(username).orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    return User.withUsername(login.login())
        .password(login.passwordHash())
        .disabled(!login.active())
        .roles(login.role().name())
        .build();
  }
}
