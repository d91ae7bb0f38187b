/** Planted: says that it calls nobody, and calls upwards. */
@ApplicationModule(allowedDependencies = {})
package by.pobach.architecture.planted.lower;

import org.springframework.modulith.ApplicationModule;
