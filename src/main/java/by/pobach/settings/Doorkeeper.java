package by.pobach.settings;

import by.pobach.people.StaffMember.Role;
import by.pobach.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets those in who run the desk, coordinators and directors; for all forms at once, so that none can be forgotten. */
@Component
class Doorkeeper implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/settings", "/desk/settings/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!SignedIn.as(Role.COORDINATOR) && !SignedIn.as(Role.DIRECTOR)) {
            throw new AccessDeniedException("for those who run the desk");
        }
        return true;
    }
}
